# Run by the database's image when it starts with an empty data folder: a schema and three accounts for each service, and
# the account that the replica follows by. Sourced, so it must neither exit nor set options.
# shellcheck shell=bash

password_of() { # ACCOUNT: from DAO_DB_<ACCOUNT>_PASSWORD
    local name="DAO_DB_${1^^}_PASSWORD"
    printf '%s' "${!name:?}"
}

account_of() { # ACCOUNT PRIVILEGES SCHEMA
    printf "CREATE USER '%s'@'%%' IDENTIFIED BY '%s';\n" "$1" "$(password_of "$1")"
    printf 'GRANT %s ON %s.* TO '"'%s'@'%%';\n" "$2" "$3" "$1"
}

{
    for schema in users proposals voting; do
        printf 'CREATE DATABASE %s CHARACTER SET utf8mb4;\n' "$schema"
        account_of "${schema}_owner" 'ALL PRIVILEGES' "$schema"
        account_of "${schema}_app" 'SELECT, INSERT, UPDATE, DELETE' "$schema"
        account_of "${schema}_read" 'SELECT' "$schema"
    done
    account_of replicator 'REPLICATION SLAVE' '*'
} | mysql --no-defaults --socket="${MYSQL_SOCKET:-${SOCKET:-/var/run/mysqld/mysqld.sock}}" -uroot -p"$MYSQL_ROOT_PASSWORD"
