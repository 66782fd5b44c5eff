# A few words for asking a server of Medley from a shell. Read them in with:  . tutorial/day.sh

# ask METHOD PATH [BODY [VERSION]]: ask the server at $MEDLEY as the holder of $TOKEN
ask() {
    curl --silent --show-error --request "$1" "$MEDLEY$2" --header "Authorization: Bearer $TOKEN" \
        --header 'Content-Type: application/json' --header "If-Match: \"${4:-0}\"" ${3:+--data "$3"}
}

# deliver FILE: deliver a file of FHIR resources, one a line, to the chart
deliver() {
    curl --silent --show-error --request POST "$MEDLEY/api/chart?name=$(basename "$1")" \
        --header "Authorization: Bearer $TOKEN" --header 'Content-Type: application/fhir+ndjson' --data-binary "@$1"
}

# show NAME...: of the JSON that comes in, the first member of each name
show() {
    json=$(cat)
    for name in "$@"; do
        printf '%s\n' "$json" | tr '{}[],' '\n\n\n\n\n' |
            sed -n "s/^\"$name\":\"\{0,1\}\([^\"]\{1,\}\)\"\{0,1\}\$/$name: \1/p" | head -n 1
    done
}

# value NAME: the same, the value alone
value() {
    show "$1" | sed 's/^[^:]*: //'
}

# finish [NAME...]: wait for the job that comes in, and show how it ended
finish() {
    job=$(value id)
    while [ "$(ask GET "/api/jobs/$job" | value state)" = RUNNING ]; do sleep 0.2; done
    ask GET "/api/jobs/$job" | show kind state problem "$@"
}

# ids KIND: of the JSON that comes in, the ids of what is of this kind
ids() {
    tr '{' '\n' | sed -n "s/^\"id\":\"\([^\"]*\)\",\"kind\":\"$1\".*/\1/p"
}
