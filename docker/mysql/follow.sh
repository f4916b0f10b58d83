# Run by the replica's image when it starts with an empty data folder: follows the primary by global transaction ids, from its
# first one on, and again after every restart. Sourced, so it must neither exit nor set options.
# shellcheck shell=bash

mysql --no-defaults --socket="${MYSQL_SOCKET:-${SOCKET:-/var/run/mysqld/mysqld.sock}}" -uroot -p"$MYSQL_ROOT_PASSWORD" <<END
RESET BINARY LOGS AND GTIDS;
CHANGE REPLICATION SOURCE TO SOURCE_HOST='${DAO_PRIMARY_HOST:?}', SOURCE_PORT=3306, SOURCE_USER='replicator',
SOURCE_PASSWORD='${DAO_DB_REPLICATOR_PASSWORD:?}', SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1,
SOURCE_CONNECT_RETRY=1, SOURCE_RETRY_COUNT=86400, SOURCE_HEARTBEAT_PERIOD=1;
SET PERSIST super_read_only = ON;
END
