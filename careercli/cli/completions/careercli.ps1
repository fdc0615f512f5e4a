# Completion of careercli for PowerShell: careercli completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName careercli -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    try {
        $Env:_CAREERCLI_COMPLETE = 'complete_powershell'
        $Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()
        $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $wordToComplete
        careercli 2>$null | ForEach-Object {
            $value, $text = $_ -split ':::', 2
            if ([string]::IsNullOrWhiteSpace($text)) { $text = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
        }
    }
    finally {
        Remove-Item Env:_CAREERCLI_COMPLETE, Env:_TYPER_COMPLETE_ARGS, Env:_TYPER_COMPLETE_WORD_TO_COMPLETE
    }
}
