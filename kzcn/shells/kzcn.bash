# Completion of kzcn in bash; kzcn itself knows the candidates.
_kzcn() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(_KZCN_COMPLETE=bash kzcn "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _kzcn kzcn
