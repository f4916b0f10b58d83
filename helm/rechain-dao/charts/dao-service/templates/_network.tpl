{{/* Selects pods of this release by what they do: (list context component). */}}
{{- define "dao-service.peerByComponent" -}}
- podSelector:
    matchLabels:
      app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
      app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* Selects the serving pods of another service of this release: (list context name). */}}
{{- define "dao-service.peerByName" -}}
- podSelector:
    matchLabels:
      app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
      app.kubernetes.io/name: {{ index . 1 }}
      app.kubernetes.io/component: service
{{- end }}

{{/* A rule to something outside of the release: peers and ports as the values give them. */}}
{{- define "dao-service.egressTo" -}}
- to: {{- toYaml .to | nindent 4 }}
  ports:
    {{- range .ports }}
    - {protocol: TCP, port: {{ . }}}
    {{- end }}
{{- end }}

{{- define "dao-service.egressBacking" -}}
{{- $policy := .Values.global.networkPolicy }}
{{- $trial := .Values.global.trial.enabled }}
{{- if and .Values.database.enabled $trial }}
- to:
    {{- include "dao-service.peerByComponent" (list . "mysql-primary") | nindent 4 }}
    {{- include "dao-service.peerByComponent" (list . "mysql-replica") | nindent 4 }}
  ports: [{protocol: TCP, port: 3306}]
{{- else if .Values.database.enabled }}
{{ include "dao-service.egressTo" $policy.database }}
{{- end }}
{{- range $what, $port := dict "redis" 6379 "kafka" 9092 }}
{{- if and (get $.Values $what) $trial }}
- to: {{- include "dao-service.peerByComponent" (list $ $what) | nindent 4 }}
  ports: [{protocol: TCP, port: {{ $port }}}]
{{- else if get $.Values $what }}
{{ include "dao-service.egressTo" (get $policy $what) }}
{{- end }}
{{- end }}
{{- end }}
