# Completion of kzcn in zsh; kzcn itself knows the candidates.
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_kzcn() {
    local line
    local -a found
    while IFS= read -r line; do
        found+=("$line")
    done < <(_KZCN_COMPLETE=zsh kzcn "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( $#found )); then
        _describe kzcn found
    else
        _files
    fi
}
compdef _kzcn kzcn
