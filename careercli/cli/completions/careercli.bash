# Completion of careercli for bash 3.2 and newer: eval "$(careercli completion bash)"

_careercli() {
    local IFS=$'\n' word last=-1 lead
    local -a words
    # Bash cuts words at '=', so what stood together is put together again.
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if ((last >= 0)) && [[ $word == =* || ${words[last]} == *= ]]; then
            words[last]+=$word
        else
            words[++last]=$word
        fi
    done
    COMPREPLY=($(env _CAREERCLI_COMPLETE=complete_bash COMP_WORDS="${words[*]}" COMP_CWORD="$last" "$1" 2>/dev/null))
    # What stands before '=' stays on the line.
    if [[ ${words[last]} == *=* && ${COMP_WORDS[COMP_CWORD]} != "${words[last]}" ]]; then
        lead=${words[last]%=*}=
        COMPREPLY=("${COMPREPLY[@]#"$lead"}")
    fi
    # After 'coaching=' the level follows, and no space.
    if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}

complete -o default -F _careercli careercli
