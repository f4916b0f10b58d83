{{- define "dao-service.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "dao-service.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* What every pod of the service has, whether it serves or migrates. */}}
{{- define "dao-service.podCommon" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext: {{- include "dao-service.podSecurity" . | nindent 2 }}
{{- with .Values.global.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.global.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "dao-service.volumes" -}}
- name: tmp
  emptyDir: {sizeLimit: {{ .Values.tmpSizeLimit }}}
{{- if .Values.global.newRelic.enabled }}
- name: newrelic
  emptyDir: {sizeLimit: 100Mi}
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "dao-service.volumeMounts" -}}
- {name: tmp, mountPath: /tmp}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "dao-service.migrationContainer" -}}
name: migrate
image: {{ include "dao-service.image" . }}
imagePullPolicy: {{ .Values.global.image.pullPolicy }}
securityContext: {{- include "dao-service.containerSecurity" . | nindent 2 }}
env: {{- include "dao-service.migrationEnv" . | trim | nindent 2 }}
resources: {{- toYaml .Values.global.migration.resources | nindent 2 }}
volumeMounts: {{- include "dao-service.volumeMounts" . | trim | nindent 2 }}
{{- end }}

{{/* Copies the agent out of its image; the image needs cp, nothing else. */}}
{{- define "dao-service.newRelicContainer" -}}
{{- with .Values.global.newRelic -}}
name: newrelic
image: {{ .agentImage }}
imagePullPolicy: {{ $.Values.global.image.pullPolicy }}
command: [cp, {{ .agentPath | quote }}, /newrelic/newrelic.jar]
securityContext: {{- include "dao-service.containerSecurity" $ | nindent 2 }}
resources:
  requests: {cpu: 10m, memory: 32Mi}
  limits: {memory: 32Mi}
volumeMounts:
  - {name: newrelic, mountPath: /newrelic}
{{- end }}
{{- end }}

{{/* Instances spread over zones and nodes; those of an old version do not count. */}}
{{- define "dao-service.spread" -}}
{{- with .Values.topologySpread }}
{{- if .enabled }}
topologySpreadConstraints:
  {{- range $key := .topologyKeys }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: {{ $.Values.topologySpread.whenUnsatisfiable }}
    labelSelector:
      matchLabels: {{- include "dao-service.servingSelector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end }}
{{- end }}
{{- if ne .Values.podAntiAffinity "none" }}
affinity:
  podAntiAffinity:
    {{- if eq .Values.podAntiAffinity "hard" }}
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels: {{- include "dao-service.servingSelector" . | nindent 12 }}
    {{- else }}
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels: {{- include "dao-service.servingSelector" . | nindent 14 }}
    {{- end }}
{{- end }}
{{- end }}
