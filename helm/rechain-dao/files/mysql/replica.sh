# Runs once, when the data folder is new. What it sets is stored by the server, so replication goes on after every start.
mysql --no-defaults --socket="${MYSQL_SOCKET:-/var/run/mysqld/mysqld.sock}" -uroot --password="$MYSQL_ROOT_PASSWORD" <<SQL
RESET BINARY LOGS AND GTIDS;
CHANGE REPLICATION SOURCE TO SOURCE_HOST='$PRIMARY_HOST', SOURCE_PORT=3306,
    SOURCE_USER='replicator', SOURCE_PASSWORD='$REPLICATOR_PASSWORD', SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1,
    SOURCE_CONNECT_RETRY=1, SOURCE_RETRY_COUNT=864000, SOURCE_HEARTBEAT_PERIOD=1;
SET PERSIST super_read_only = ON;
SQL
