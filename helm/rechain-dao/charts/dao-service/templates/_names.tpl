{{/* The name of everything that belongs to this service: release and alias. */}}
{{- define "dao-service.fullname" -}}
{{ .Release.Name }}-{{ .Chart.Name }}
{{- end }}

{{/* What selects the pods of this service, whatever they do. Never a version: selectors can not change. */}}
{{- define "dao-service.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* What selects the pods that serve. Migrations carry the same name with another component. */}}
{{- define "dao-service.servingSelector" -}}
{{ include "dao-service.selector" . }}
app.kubernetes.io/component: service
{{- end }}

{{- define "dao-service.metadataLabels" -}}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: rechain-dao
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "dao-service.labels" -}}
{{ include "dao-service.servingSelector" . }}
{{ include "dao-service.metadataLabels" . }}
{{- end }}

{{- define "dao-service.image" -}}
{{- $global := .Values.global.image -}}
{{- with $global.registry }}{{ . }}/{{ end -}}
{{ .Values.image.repository }}
{{- if .Values.image.digest }}@{{ .Values.image.digest }}
{{- else }}:{{ .Values.image.tag | default $global.tag | default .Chart.AppVersion }}
{{- end }}
{{- end }}

{{/* The Secret with what the chart made up for a trial. */}}
{{- define "dao-service.trialSecret" -}}
{{ .Values.global.trial.existingSecret | default (printf "%s-trial" .Release.Name) }}
{{- end }}

{{/* How the schema is brought up to date: hook, initContainer, atStart or none. */}}
{{- define "dao-service.migration" -}}
{{- if not .Values.database.enabled }}none
{{- else }}{{ .Values.global.migration.strategy | default (ternary "atStart" "hook" .Values.global.trial.enabled) }}
{{- end }}
{{- end }}

{{/* Longer than everything that happens after a pod is told to go. */}}
{{- define "dao-service.gracePeriod" -}}
{{- with .Values.shutdown -}}
{{ .gracePeriodSeconds | default (add .preStopSeconds .delaySeconds .timeoutSeconds 10) }}
{{- end }}
{{- end }}
