/**
 * Answers the requests on stdin, one JSON object a line, until it ends. What comes in one piece is
 * answered in one piece, in the order of the requests.
 *
 * @param answer gives the answer to a request, or a promise of it
 */
export async function answerLines(answer) {
  // Not by readline, which also ends a line at U+2028 and U+2029.
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    const answers = await Promise.all(lines.map((line) => answer(JSON.parse(line))));
    process.stdout.write(answers.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
}
