{{- define "rechain-dao.validate.ingress" -}}
{{- with .Values.ingress }}
{{- if and .tls.enabled (not .hosts) }}
{{- fail "ingress.tls.enabled is true but ingress.hosts is empty: a certificate is for names, so list them, or switch TLS off." }}
{{- end }}
{{- if and .tls.enabled (eq .className "nginx") (not .tls.secretName) }}
{{- fail "ingress.tls.secretName is missing: name the existing Secret with the certificate, or set ingress.tls.enabled to false." }}
{{- end }}
{{- if and (eq .className "alb") .tls.secretName }}
{{- fail "ingress.tls.secretName is set but ingress.className is alb, which takes certificates from ACM: set ingress.alb.certificateArn instead." }}
{{- end }}
{{- $drain := add $.Values.gateway.shutdown.delaySeconds $.Values.gateway.shutdown.timeoutSeconds }}
{{- if and (eq .className "alb") (gt (int .alb.deregistrationDelaySeconds) (int $drain)) }}
{{- fail (printf "ingress.alb.deregistrationDelaySeconds (%d) is longer than gateway.shutdown.delaySeconds + timeoutSeconds (%d), so requests would be cut off that the load balancer still waits for: lower the one or raise the others." (int .alb.deregistrationDelaySeconds) (int $drain)) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Bodies as large as the gateway takes; live streams unbuffered; failed writes never sent twice. */}}
{{- define "rechain-dao.ingress.nginx" -}}
nginx.ingress.kubernetes.io/proxy-body-size: {{ .Values.ingress.maxBodySize | quote }}
nginx.ingress.kubernetes.io/proxy-connect-timeout: "2"
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ .Values.ingress.timeoutSeconds | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ .Values.ingress.timeoutSeconds | quote }}
nginx.ingress.kubernetes.io/proxy-buffering: "off"
nginx.ingress.kubernetes.io/proxy-request-buffering: "off"
nginx.ingress.kubernetes.io/proxy-next-upstream: "error timeout"
nginx.ingress.kubernetes.io/ssl-redirect: {{ .Values.ingress.tls.enabled | quote }}
{{- end }}

{{/* Pods are targets themselves and are asked on the management port, so that one that drains gets nothing new. */}}
{{- define "rechain-dao.ingress.alb" -}}
alb.ingress.kubernetes.io/scheme: {{ .Values.ingress.alb.scheme }}
alb.ingress.kubernetes.io/target-type: ip
alb.ingress.kubernetes.io/backend-protocol: HTTP
alb.ingress.kubernetes.io/healthcheck-port: "9000"
alb.ingress.kubernetes.io/healthcheck-path: /q/health/ready
alb.ingress.kubernetes.io/healthcheck-interval-seconds: "5"
alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "2"
alb.ingress.kubernetes.io/healthy-threshold-count: "2"
alb.ingress.kubernetes.io/unhealthy-threshold-count: "2"
alb.ingress.kubernetes.io/target-group-attributes: deregistration_delay.timeout_seconds={{ .Values.ingress.alb.deregistrationDelaySeconds }},load_balancing.algorithm.type=least_outstanding_requests
alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds={{ .Values.ingress.timeoutSeconds }},routing.http.drop_invalid_header_fields.enabled=true
{{- if .Values.ingress.tls.enabled }}
alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
alb.ingress.kubernetes.io/ssl-redirect: "443"
alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06
{{- with .Values.ingress.alb.certificateArn }}
alb.ingress.kubernetes.io/certificate-arn: {{ . }}
{{- end }}
{{- else }}
alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}]'
{{- end }}
{{- end }}
