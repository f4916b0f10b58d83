{{/* Refuses values that contradict each other or lack something; each sentence names the keys and what to do. */}}
{{- define "dao-service.validate" -}}
{{- include "dao-service.validate.scaling" . }}
{{- include "dao-service.validate.shutdown" . }}
{{- include "dao-service.validate.backing" . }}
{{- include "dao-service.validate.migration" . }}
{{- include "dao-service.validate.network" . }}
{{- end }}

{{- define "dao-service.validate.scaling" -}}
{{- $name := .Chart.Name }}
{{- $pdb := .Values.podDisruptionBudget }}
{{- $hpa := .Values.autoscaling }}
{{- if and $hpa.enabled (gt (int $hpa.minReplicas) (int $hpa.maxReplicas)) }}
{{- fail (printf "%s.autoscaling.minReplicas (%d) is greater than %s.autoscaling.maxReplicas (%d): raise the one or lower the other." $name (int $hpa.minReplicas) $name (int $hpa.maxReplicas)) }}
{{- end }}
{{- if and $hpa.enabled (not (or $hpa.cpuUtilization $hpa.requestsPerSecond $hpa.kafkaLag $hpa.outboxAgeSeconds)) }}
{{- fail (printf "%s.autoscaling.enabled is true but it has no target: set cpuUtilization, requestsPerSecond, kafkaLag or outboxAgeSeconds." $name) }}
{{- end }}
{{- $hasMin := not (has (toString $pdb.minAvailable) (list "" "<nil>")) }}
{{- $hasMax := not (has (toString $pdb.maxUnavailable) (list "" "<nil>")) }}
{{- if and $hasMin $hasMax }}
{{- fail (printf "%s.podDisruptionBudget.minAvailable and %s.podDisruptionBudget.maxUnavailable are both set: a budget takes one, so remove the other." $name $name) }}
{{- end }}
{{- $least := ternary (int $hpa.minReplicas) (int .Values.replicas) $hpa.enabled }}
{{- if and $pdb.enabled $hasMin (or (eq (toString $pdb.minAvailable) "100%") (and (not (hasSuffix "%" (toString $pdb.minAvailable))) (ge (int $pdb.minAvailable) $least))) }}
{{- fail (printf "%s.podDisruptionBudget.minAvailable (%v) leaves no pod to evict of the %d that there may be, so no node could ever be drained: raise %s.replicas (or autoscaling.minReplicas), or set maxUnavailable: 1 instead." $name $pdb.minAvailable $least $name) }}
{{- end }}
{{- end }}

{{- define "dao-service.validate.shutdown" -}}
{{- $name := .Chart.Name }}
{{- with .Values.shutdown }}
{{- $needed := add .preStopSeconds .delaySeconds .timeoutSeconds }}
{{- if and .gracePeriodSeconds (le (int .gracePeriodSeconds) (int $needed)) }}
{{- fail (printf "%s.shutdown.gracePeriodSeconds (%d) must be greater than preStopSeconds + delaySeconds + timeoutSeconds (%d), or pods are killed while they drain: raise it, or set 0 to have it computed." $name (int .gracePeriodSeconds) (int $needed)) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "dao-service.validate.backing" -}}
{{- $name := .Chart.Name }}
{{- $global := .Values.global }}
{{- $trial := $global.trial.enabled }}
{{- with .Values.database }}
{{- if and .enabled $trial (or .primaryUrl .replicaUrl) }}
{{- fail (printf "global.trial.enabled and %s.database.primaryUrl (or replicaUrl) are both set: remove the URL to try the chart's own database, or switch the trial off." $name) }}
{{- end }}
{{- if and .enabled (not $trial) }}
{{- if not .primaryUrl }}
{{- fail (printf "%s.database.primaryUrl is missing: set the JDBC URL of the primary, for example jdbc:mysql://db.example.org:3306/%s, or set global.trial.enabled for a database of the chart's own." $name .schema) }}
{{- end }}
{{- range $role := list "app" "read" "owner" }}
{{- $account := get $.Values.database $role }}
{{- if not (or $account.secretName (and (eq $role "owner") (eq (include "dao-service.migration" $) "none"))) }}
{{- fail (printf "%s.database.%s.secretName is missing: name the existing Secret that holds the user name and password of this account." $name $role) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.keyEncryption.enabled (not $trial) (not .Values.keyEncryption.secretName) }}
{{- fail (printf "%s.keyEncryption.secretName is missing: name the existing Secret that holds 32 random bytes in base64." $name) }}
{{- end }}
{{- if and .Values.webhooks.enabled (not $trial) (not .Values.webhooks.secretName) }}
{{- fail (printf "%s.webhooks.secretName is missing: name the existing Secret that holds at least 32 random characters, from which webhooks are signed." $name) }}
{{- end }}
{{- if and .Values.internalSecret (not $trial) (not $global.internalSecret.secretName) }}
{{- fail "global.internalSecret.secretName is missing: name the existing Secret that holds at least 24 random characters, by which the services know each other." }}
{{- end }}
{{- if .Values.redis }}
{{- if and $trial (or $global.redis.url $global.redis.secretName) }}
{{- fail "global.trial.enabled and global.redis.url (or secretName) are both set: remove the latter to try the chart's own Redis, or switch the trial off." }}
{{- end }}
{{- if and $global.redis.url $global.redis.secretName }}
{{- fail "global.redis.url and global.redis.secretName are both set: keep the Secret if the URL holds a password, else the URL." }}
{{- end }}
{{- if and $trial (ne $global.redis.mode "standalone") }}
{{- fail "global.redis.mode is not for a trial: the chart's own Redis is one server. Leave it at standalone, or switch the trial off." }}
{{- end }}
{{- if and (eq $global.redis.mode "sentinel") (not $global.redis.masterName) }}
{{- fail "global.redis.masterName is missing: set what the sentinels call the primary." }}
{{- end }}
{{- if and (ne $global.redis.mode "sentinel") $global.redis.masterName }}
{{- fail "global.redis.masterName is set, but global.redis.mode is not sentinel: only sentinels are asked for a primary by name." }}
{{- end }}
{{- if and (eq $global.redis.mode "standalone") (contains "," $global.redis.url) }}
{{- fail "global.redis.url names several addresses, but global.redis.mode is standalone: set sentinel or cluster, or keep one." }}
{{- end }}
{{- if not (or $trial $global.redis.url $global.redis.secretName) }}
{{- fail "global.redis.url is missing: set the URL, or in global.redis.secretName the existing Secret that holds it, or set global.trial.enabled." }}
{{- end }}
{{- end }}
{{- if .Values.kafka }}
{{- if and $trial $global.kafka.bootstrapServers }}
{{- fail "global.trial.enabled and global.kafka.bootstrapServers are both set: remove the latter to try the chart's own Kafka, or switch the trial off." }}
{{- end }}
{{- if not (or $trial $global.kafka.bootstrapServers) }}
{{- fail "global.kafka.bootstrapServers is missing: set host:port of the brokers, or set global.trial.enabled." }}
{{- end }}
{{- end }}
{{- with $global.newRelic }}
{{- if and .enabled (not .secretName) }}
{{- fail "global.newRelic.secretName is missing: name the existing Secret that holds the license key." }}
{{- end }}
{{- if and .enabled (not .agentImage) }}
{{- fail "global.newRelic.agentImage is missing: name an image that holds the Java agent at global.newRelic.agentPath." }}
{{- end }}
{{- end }}
{{- if and $global.otel.enabled (not $global.otel.endpoint) }}
{{- fail "global.otel.endpoint is missing: set the OTLP endpoint of the collector, or global.otel.enabled to false." }}
{{- end }}
{{- if and $global.otlpMetrics.enabled (not $global.otlpMetrics.url) }}
{{- fail "global.otlpMetrics.url is missing: set the OTLP endpoint for metrics, or global.otlpMetrics.enabled to false." }}
{{- end }}
{{- end }}

{{- define "dao-service.validate.migration" -}}
{{- if and .Values.global.trial.enabled (eq (include "dao-service.migration" .) "hook") }}
{{- fail "global.migration.strategy is hook but global.trial.enabled is true: hooks run before the trial's database exists, so leave the strategy empty or set atStart." }}
{{- end }}
{{- end }}

{{- define "dao-service.validate.network" -}}
{{- $name := .Chart.Name }}
{{- if and .Values.networkPolicy.callers (ne (int .Values.service.port) 8080) }}
{{- fail (printf "%s.service.port must be 8080: the other services call it there." $name) }}
{{- end }}
{{- if and .Values.service.nodePort (eq .Values.service.type "ClusterIP") }}
{{- fail (printf "%s.service.nodePort is set but %s.service.type is ClusterIP: set the type to NodePort, or remove the port." $name $name) }}
{{- end }}
{{- if and .Values.service.externalTrafficPolicy (eq .Values.service.type "ClusterIP") }}
{{- fail (printf "%s.service.externalTrafficPolicy is set but %s.service.type is ClusterIP, which takes nothing from outside: set the type to NodePort or LoadBalancer, or remove the policy." $name $name) }}
{{- end }}
{{- $trial := .Values.global.trial.enabled }}
{{- with .Values.global.networkPolicy }}
{{- if and .enabled (not $trial) }}
{{- range $what, $used := dict "database" $.Values.database.enabled "redis" $.Values.redis "kafka" $.Values.kafka }}
{{- if and $used (not (get $.Values.global.networkPolicy $what).to) }}
{{- fail (printf "global.networkPolicy.%s.to is empty, so %s could not reach it: list the peers, for example [{ipBlock: {cidr: 10.0.0.0/16}}], or set global.networkPolicy.enabled to false." $what $name) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .enabled (or $.Values.global.otel.enabled $.Values.global.otlpMetrics.enabled $.Values.global.newRelic.enabled) (not .telemetry.to) }}
{{- fail "global.networkPolicy.telemetry.to is empty, so no telemetry could leave: list the peers, for example [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}], or set global.networkPolicy.enabled to false." }}
{{- end }}
{{- end }}
{{- end }}
