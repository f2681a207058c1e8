# Completion of kzcn in fish; kzcn itself knows the candidates.
function __kzcn_candidates
    set -l words (commandline --tokenize --cut-at-cursor --current-process) (commandline --current-token --cut-at-cursor)
    _KZCN_COMPLETE=fish kzcn $words[2..-1] 2>/dev/null
end
complete --command kzcn --no-files --arguments '(__kzcn_candidates)'
complete --command kzcn --condition '__fish_seen_subcommand_from ingest dates' --force-files
