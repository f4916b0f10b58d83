{{/* What concerns the release as a whole. */}}
{{- define "rechain-dao.validate" -}}
{{- if gt (len .Release.Name) 36 }}
{{- fail (printf "the release name %s has more than 36 characters: choose a shorter one, names of Services are made of it." .Release.Name) }}
{{- end }}
{{- if and .Values.ingress.enabled .Values.gatewayApi.enabled }}
{{- fail "ingress.enabled and gatewayApi.enabled are both true: publish the gateway one way, so switch the other off." }}
{{- end }}
{{- end }}
