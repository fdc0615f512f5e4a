# Completion of careercli for fish: a file called careercli.fish in ~/.config/fish/completions.

function __careercli_offers
    set -l line (commandline --cut-at-cursor --current-process | string collect)
    set -l lead (string match --regex -- '^--[^=]+=' (commandline --cut-at-cursor --current-token))
    set --query lead[1]; or set lead ''
    set --global __careercli_offered $lead(env _CAREERCLI_COMPLETE=complete_fish \
        _TYPER_COMPLETE_FISH_ACTION=get-args _TYPER_COMPLETE_ARGS="$line" careercli 2>/dev/null |
        string match --invert '')
    test (count $__careercli_offered) -gt 0
end

complete --command careercli --no-files --keep-order --condition __careercli_offers \
    --arguments '$__careercli_offered'
