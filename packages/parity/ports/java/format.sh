#!/bin/sh
# google-java-format, which the build puts into target/format: `sh format.sh --replace` formats,
# `sh format.sh --dry-run --set-exit-if-changed` checks.
cd "$(dirname "$0")" || exit 1
exports=
for part in api code file parser tree util; do
  exports="$exports --add-exports=jdk.compiler/com.sun.tools.javac.$part=ALL-UNNAMED"
done
# shellcheck disable=SC2086 # each is an option of its own
exec java $exports -jar target/format/google-java-format-*.jar "$@" Token04.java test/*.java testee/*.java example/*.java
