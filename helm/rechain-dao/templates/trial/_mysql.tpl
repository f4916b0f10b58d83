{{/* (dict "context" . "role" "primary") */}}
{{- define "rechain-dao.trial.mysqlPod" -}}
{{- $secret := include "rechain-dao.trialSecret" .context }}
{{- with .context.Values.trial.mysql }}
{{- include "rechain-dao.trial.podSecurity" 999 }}
terminationGracePeriodSeconds: 60
{{- with .nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: mysql
              app.kubernetes.io/instance: {{ $.context.Release.Name }}
containers:
  - name: mysql
    image: {{ .image }}
    imagePullPolicy: {{ $.context.Values.global.image.pullPolicy }}
    securityContext: {{- include "rechain-dao.trial.containerSecurity" . | nindent 6 }}
    args: {{- include "rechain-dao.trial.mysqlArguments" $ | nindent 6 }}
    env: {{- include "rechain-dao.trial.mysqlEnv" (dict "context" $.context "role" $.role "secret" $secret) | trim | nindent 6 }}
    ports:
      - {name: mysql, containerPort: 3306}
    # The first start makes the data folder, without a network; nobody may lose patience with it.
    startupProbe:
      exec: &ping {command: [mysqladmin, --no-defaults, --host=127.0.0.1, --connect-timeout=2, ping]}
      periodSeconds: 2
      timeoutSeconds: 5
      failureThreshold: 300
    readinessProbe:
      exec: *ping
      periodSeconds: 5
      timeoutSeconds: 5
    livenessProbe:
      exec: *ping
      periodSeconds: 15
      timeoutSeconds: 10
      failureThreshold: 6
    resources: {{- toYaml .resources | nindent 6 }}
    volumeMounts:
      - {name: data, mountPath: /var/lib/mysql, subPath: mysql}
      - {name: init, mountPath: /docker-entrypoint-initdb.d/{{ $.role }}.sh, subPath: {{ $.role }}.sh}
      - {name: run, mountPath: /var/run/mysqld}
      - {name: tmp, mountPath: /tmp}
volumes:
  - name: init
    configMap: {name: {{ $.context.Release.Name }}-mysql-init, defaultMode: 0555}
  - name: run
    emptyDir: {sizeLimit: 16Mi}
  - name: tmp
    emptyDir: {sizeLimit: 512Mi}
{{- end }}
{{- end }}

{{/* Replicated by transaction ids; a commit waits up to a second for a replica that is there. */}}
{{- define "rechain-dao.trial.mysqlArguments" -}}
- mysqld
- --server-id={{ ternary 1 2 (eq .role "primary") }}
- --gtid-mode=ON
- --enforce-gtid-consistency=ON
- --log-bin=binlog
- --log-bin-trust-function-creators=ON
- --relay-log=relay
- --relay-log-recovery=ON
- --transaction-isolation=READ-COMMITTED
- --default-time-zone=+00:00
- --skip-name-resolve
- --mysqlx=0
- --max-connections=300
- --innodb-buffer-pool-size={{ .context.Values.trial.mysql.bufferPool }}
{{- if eq .role "primary" }}
- --plugin-load-add=semisync_source.so
- --loose-rpl-semi-sync-source-enabled=ON
- --loose-rpl-semi-sync-source-timeout=1000
- --loose-rpl-semi-sync-source-wait-no-replica=OFF
{{- else }}
- --replica-net-timeout=5
- --plugin-load-add=semisync_replica.so
- --loose-rpl-semi-sync-replica-enabled=ON
{{- end }}
{{- end }}

{{- define "rechain-dao.trial.mysqlEnv" -}}
{{ include "dao-service.fromSecret" (list "MYSQL_ROOT_PASSWORD" .secret "mysql-root") }}
{{ include "dao-service.fromSecret" (list "REPLICATOR_PASSWORD" .secret "mysql-replicator") }}
- {name: MYSQL_INITDB_SKIP_TZINFO, value: "1"}
{{- if eq .role "primary" }}
{{- range $schema := list "users" "proposals" "voting" }}
{{- range $account := list "owner" "app" "read" }}
{{ include "dao-service.fromSecret" (list (printf "%s_%s_PASSWORD" (upper $schema) (upper $account)) $.secret (printf "%s-%s" $schema $account)) }}
{{- end }}
{{- end }}
{{- else }}
- {name: PRIMARY_HOST, value: {{ .context.Release.Name }}-mysql-primary}
{{- end }}
{{- end }}
