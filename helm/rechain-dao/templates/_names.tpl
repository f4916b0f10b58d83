{{- define "rechain-dao.selector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 2 | default (index . 1) }}
{{- end }}

{{- define "rechain-dao.metadataLabels" -}}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: rechain-dao
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* (list context name component) */}}
{{- define "rechain-dao.labels" -}}
{{ include "rechain-dao.selector" . }}
{{ include "rechain-dao.metadataLabels" (index . 0) }}
{{- end }}

{{- define "rechain-dao.gateway" -}}
{{ .Release.Name }}-gateway
{{- end }}

{{- define "rechain-dao.trialSecret" -}}
{{ .Values.global.trial.existingSecret | default (printf "%s-trial" .Release.Name) }}
{{- end }}

{{/* The gateway's image, as its subchart names it. */}}
{{- define "rechain-dao.gatewayImage" -}}
{{ include "dao-service.image" (index .Subcharts "gateway") }}
{{- end }}
