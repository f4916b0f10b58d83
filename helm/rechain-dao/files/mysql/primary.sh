# Runs once, when the data folder is new. Sourced or executed, depending on the image.
mysql --no-defaults --socket="${MYSQL_SOCKET:-/var/run/mysqld/mysqld.sock}" -uroot --password="$MYSQL_ROOT_PASSWORD" <<SQL
-- What was done while the server was made is its own affair; replicas start from here.
RESET BINARY LOGS AND GTIDS;
CREATE USER 'replicator'@'%' IDENTIFIED BY '$REPLICATOR_PASSWORD';
GRANT REPLICATION SLAVE ON *.* TO 'replicator'@'%';
SQL
for schema in users proposals voting; do
    for role in owner app read; do
        case $role in
            owner) privileges='ALL PRIVILEGES' ;;
            app) privileges='SELECT, INSERT, UPDATE, DELETE' ;;
            read) privileges='SELECT' ;;
        esac
        variable=$(printf '%s_%s_PASSWORD' "$schema" "$role" | tr '[:lower:]' '[:upper:]')
        mysql --no-defaults --socket="${MYSQL_SOCKET:-/var/run/mysqld/mysqld.sock}" -uroot --password="$MYSQL_ROOT_PASSWORD" <<SQL
CREATE DATABASE IF NOT EXISTS $schema CHARACTER SET utf8mb4;
CREATE USER '${schema}_$role'@'%' IDENTIFIED BY '${!variable}';
GRANT $privileges ON $schema.* TO '${schema}_$role'@'%';
SQL
    done
done
