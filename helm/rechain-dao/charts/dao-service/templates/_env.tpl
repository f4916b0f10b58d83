{{/* One variable out of a Secret: (list name secret key). */}}
{{- define "dao-service.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef: {name: {{ index . 1 | quote }}, key: {{ index . 2 | quote }}}
{{- end }}

{{/* User name and password of a database account: (dict "context" . "role" "app" "prefix" "DAO_DB"). */}}
{{- define "dao-service.env.account" -}}
{{- $database := .context.Values.database }}
{{- $account := get $database .role }}
{{- if .context.Values.global.trial.enabled }}
- {name: {{ .prefix }}_USERNAME, value: {{ printf "%s_%s" $database.schema .role | quote }}}
{{ include "dao-service.fromSecret" (list (printf "%s_PASSWORD" .prefix) (include "dao-service.trialSecret" .context) (printf "%s-%s" $database.schema .role)) }}
{{- else }}
{{ include "dao-service.fromSecret" (list (printf "%s_USERNAME" .prefix) $account.secretName $account.usernameKey) }}
{{ include "dao-service.fromSecret" (list (printf "%s_PASSWORD" .prefix) $account.secretName $account.passwordKey) }}
{{- end }}
{{- end }}

{{- define "dao-service.env.database" -}}
{{- with .Values.database }}
{{- $trial := $.Values.global.trial.enabled }}
{{- $primary := ternary (printf "jdbc:mysql://%s-mysql-primary:3306/%s" $.Release.Name .schema) .primaryUrl $trial }}
{{- $replica := ternary (printf "jdbc:mysql://%s-mysql-replica:3306/%s" $.Release.Name .schema) (.replicaUrl | default .primaryUrl) $trial }}
- {name: DAO_DB_PRIMARY_URL, value: {{ $primary | quote }}}
- {name: DAO_DB_REPLICA_URL, value: {{ $replica | quote }}}
- {name: DAO_DB_POOL, value: {{ .pool | quote }}}
- {name: DAO_DB_REPLICA_POOL, value: {{ .replicaPool | quote }}}
{{- include "dao-service.env.account" (dict "context" $ "role" "app" "prefix" "DAO_DB") }}
{{- include "dao-service.env.account" (dict "context" $ "role" "read" "prefix" "DAO_DB_REPLICA") }}
{{- end }}
{{- end }}

{{- define "dao-service.env.backing" -}}
{{- $global := .Values.global }}
{{- $trial := $global.trial.enabled }}
{{- if .Values.database.enabled }}
{{- include "dao-service.env.database" . }}
{{- end }}
{{- if .Values.redis }}
{{- if and (not $trial) $global.redis.secretName }}
{{ include "dao-service.fromSecret" (list "DAO_REDIS_URL" $global.redis.secretName $global.redis.key) }}
{{- else }}
- {name: DAO_REDIS_URL, value: {{ ternary (printf "redis://%s-redis:6379" .Release.Name) $global.redis.url $trial | quote }}}
{{- end }}
{{- if ne $global.redis.mode "standalone" }}
- {name: DAO_REDIS_MODE, value: {{ $global.redis.mode }}}
{{- end }}
{{- with $global.redis.masterName }}
- {name: DAO_REDIS_MASTER_NAME, value: {{ . | quote }}}
{{- end }}
{{- end }}
{{- if .Values.kafka }}
- {name: DAO_KAFKA_BOOTSTRAP, value: {{ ternary (printf "%s-kafka:9092" .Release.Name) $global.kafka.bootstrapServers $trial | quote }}}
{{- end }}
{{- end }}

{{- define "dao-service.env.secrets" -}}
{{- $global := .Values.global }}
{{- $trial := $global.trial.enabled }}
{{- if .Values.internalSecret }}
{{ include "dao-service.fromSecret" (list "DAO_INTERNAL_SECRET" (ternary (include "dao-service.trialSecret" .) $global.internalSecret.secretName $trial) (ternary "internal" $global.internalSecret.key $trial)) }}
{{- end }}
{{- if .Values.keyEncryption.enabled }}
{{ include "dao-service.fromSecret" (list "DAO_TOKENS_KEY_ENCRYPTION_KEY" (ternary (include "dao-service.trialSecret" .) .Values.keyEncryption.secretName $trial) (ternary "key-encryption" .Values.keyEncryption.key $trial)) }}
{{- end }}
{{- if .Values.webhooks.enabled }}
{{ include "dao-service.fromSecret" (list "DAO_PROPOSAL_WEBHOOK_SECRET" (ternary (include "dao-service.trialSecret" .) .Values.webhooks.secretName $trial) (ternary "webhook" .Values.webhooks.key $trial)) }}
{{- end }}
{{- end }}

{{- define "dao-service.env.telemetry" -}}
{{- with .Values.global }}
- {name: DAO_OTEL_ENABLED, value: {{ .otel.enabled | quote }}}
{{- if .otel.enabled }}
- {name: DAO_OTEL_ENDPOINT, value: {{ .otel.endpoint | quote }}}
- {name: DAO_OTEL_SAMPLE_RATIO, value: {{ .otel.sampleRatio | quote }}}
{{- end }}
- {name: DAO_METRICS_OTLP_ENABLED, value: {{ .otlpMetrics.enabled | quote }}}
{{- if .otlpMetrics.enabled }}
- {name: DAO_METRICS_OTLP_URL, value: {{ .otlpMetrics.url | quote }}}
{{- with .otlpMetrics.headersSecret.name }}
{{ include "dao-service.fromSecret" (list "DAO_METRICS_OTLP_HEADERS" . $.Values.global.otlpMetrics.headersSecret.key) }}
{{- end }}
{{- end }}
{{- if .newRelic.enabled }}
- {name: NEW_RELIC_APP_NAME, value: {{ printf "%s%s" .newRelic.appNamePrefix $.Chart.Name | quote }}}
{{ include "dao-service.fromSecret" (list "NEW_RELIC_LICENSE_KEY" .newRelic.secretName .newRelic.key) }}
- {name: NEW_RELIC_LOG_FILE_NAME, value: STDOUT}
{{- end }}
{{- end }}
{{- end }}

{{/* What services call each other by. */}}
{{- define "dao-service.env.peers" -}}
{{- if .Values.callsUserService }}
- {name: DAO_USER_SERVICE_URL, value: {{ printf "http://%s-user-service:8080" .Release.Name | quote }}}
{{- end }}
{{- range $variable, $service := .Values.upstreams }}
- {name: {{ $variable }}, value: {{ printf "dns:http://%s-%s-headless:8080" $.Release.Name $service | quote }}}
{{- end }}
{{- end }}

{{/* JVM options: those of the values, and the agent's. */}}
{{- define "dao-service.env.jvm" -}}
{{- $agent := ternary "-javaagent:/newrelic/newrelic.jar" "" .Values.global.newRelic.enabled }}
{{- with compact (list .Values.javaOpts $agent) | join " " }}
- {name: JAVA_OPTS_APPEND, value: {{ . | quote }}}
{{- end }}
{{- end }}

{{/* What a pod that serves is configured with. */}}
{{- define "dao-service.env" -}}
- {name: DAO_LOG_JSON, value: {{ .Values.global.logJson | quote }}}
- {name: DAO_SHUTDOWN_DELAY, value: {{ printf "%ds" (int .Values.shutdown.delaySeconds) | quote }}}
- {name: DAO_SHUTDOWN_TIMEOUT, value: {{ printf "%ds" (int .Values.shutdown.timeoutSeconds) | quote }}}
{{- if .Values.upstreams }}
- {name: DAO_GATEWAY_HTTP_DRAIN_TIMEOUT, value: {{ printf "%ds" (int .Values.shutdown.timeoutSeconds) | quote }}}
{{- end }}
{{- with .Values.trustedProxies }}
- {name: {{ ternary "DAO_GATEWAY_FORWARDED_TRUSTED_PROXIES" "DAO_TRUSTED_PROXIES" (gt (len $.Values.upstreams) 0) }}, value: {{ join "," . | quote }}}
{{- end }}
{{- include "dao-service.env.jvm" . }}
{{- include "dao-service.env.peers" . }}
{{- include "dao-service.env.backing" . }}
{{- if eq (include "dao-service.migration" .) "atStart" }}
- {name: DAO_DB_MIGRATE_AT_START, value: "true"}
{{- include "dao-service.env.account" (dict "context" . "role" "owner" "prefix" "DAO_DB_OWNER") }}
{{- end }}
{{- include "dao-service.env.secrets" . }}
{{- include "dao-service.env.telemetry" . }}
{{- range $name, $value := .Values.env }}
- {name: {{ $name }}, value: {{ tpl (toString $value) $ | quote }}}
{{- end }}
{{- with concat .Values.global.extraEnv .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* A migration is the service itself, with the owner's account, that ends when the schema is up to date. */}}
{{- define "dao-service.migrationEnv" -}}
- {name: QUARKUS_INIT_AND_EXIT, value: "true"}
- {name: DAO_DB_MIGRATE_AT_START, value: "true"}
- {name: DAO_LOG_JSON, value: {{ .Values.global.logJson | quote }}}
- {name: JAVA_OPTS_APPEND, value: {{ .Values.global.migration.javaOpts | quote }}}
{{- include "dao-service.env.account" (dict "context" . "role" "owner" "prefix" "DAO_DB_OWNER") }}
{{- include "dao-service.env.peers" . }}
{{- include "dao-service.env.backing" . }}
{{- include "dao-service.env.secrets" . }}
{{- with concat .Values.global.extraEnv .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}
