# Arguments: host:port/path… Each must answer 200 within a minute.
status() {
    local host=${1%%:*} rest=${1#*:}
    local port=${rest%%/*} path=/${rest#*/} protocol code
    exec 3<>"/dev/tcp/$host/$port" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$path" "$host" >&3
    read -r -t 5 -u 3 protocol code _
    exec 3>&-
    [ "$code" = 200 ]
}
for address in "$@"; do
    for attempt in {1..30}; do
        (status "$address") 2>/dev/null && echo "ready: $address" && continue 2
        sleep 2
    done
    echo "not ready: $address"
    exit 1
done
