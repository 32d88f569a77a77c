// What the benchmarks print, for docs/zh-CN/performance.md. The figures stay as they are; a name that
// has no translation here stays in English.

/** Names of contenders, scenarios and columns: the whole cell of a table, or a side of a goal. */
const NAMES = {
  goal: '目标',
  'plain ÷ ours': '普通写法 ÷ 本库',
  'basic payload (empty)': '基础鉴权（payload 为空）',
  'privilege payload': '权限 payload',
  'the same, Chinese user ID': '同左，中文用户 ID',
  '100 bytes': '100 字节',
  '1,000 bytes': '1,000 字节',
  '30,000 bytes': '30,000 字节',
  'issue, plain createCipheriv': 'issue，普通写法 createCipheriv',
  'issue, bare calls': 'issue，必要调用',
  'issue, WebCrypto': 'issue，WebCrypto',
  'read, plain createDecipheriv': '读取，普通写法 createDecipheriv',
  'read, bare calls': '读取，必要调用',
  'verify, WebCrypto': 'verify，WebCrypto',
  'limit: JSON.stringify': '下限：JSON.stringify',
  'limit: AES': '下限：AES',
  'limit: base64': '下限：base64',
  limit: '下限',
  'official Go': '官方 Go',
  'official Node.js': '官方 Node.js',
  'official Python': '官方 Python',
  'official PHP': '官方 PHP',
  'requests/s': '请求/秒',
  'to the first': '与第一行之比',
  'p50, ms': 'p50，毫秒',
  'p99, ms': 'p99，毫秒',
  'processor, µs per request': '处理器，µs/请求',
  'createTokenHandler with JWTs': 'createTokenHandler，校验 JWT',
  'token04-server (JWTs, rate limit, metrics, log)': 'token04-server（JWT、速率限制、指标、日志）',
  'token04-server (JWTs, rate limit, metrics, log to a file)':
    'token04-server（JWT、速率限制、指标、写入文件的日志）',
  'createTokenHandler without JWTs': 'createTokenHandler，不校验 JWT',
  'the same server, a constant answer': '同一个服务，固定的响应',
  'Express, official style, with JWTs': 'Express，官方写法，校验 JWT',
  'Express, official style, anyone': 'Express，官方写法，不问是谁',
};

/** The lines beside the tables. */
const LINES = [
  [
    /; (\d+) connections, medians of (\d+) rounds of (\d+) s$/,
    '；$1 个连接，$2 轮、每轮 $3 秒的中位数',
  ],
  [/, medians of (\d+) rounds$/, '，$1 轮的中位数'],
  [/, medians of (\d+) runs$/, '，运行 $1 次的中位数'],
  [/, load averages ([\d. ]+), /, '，平均负载 $1，'],
  [/, load ([\d.]+), /, '，负载 $1，'],
  [/^(\d+) answers, (\d+) failures$/, '$1 个响应，$2 个失败'],
  [/^all goals reached$/, '全部目标达到'],
  [/^(\d+) missed \(in bold\)$/, '$1 个没有达到（粗体）'],
];

const GOAL = /^- (CBC|GCM): (.+) \/ (.+), at (least|most) ([\d.]+): (.+)$/;

/** @param {string} text a block of Markdown as a benchmark prints it */
export function inChinese(text) {
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isCode = !isCode;
      if (isCode) return line;
      if (line.startsWith('|')) return line.split('|').map(cellInChinese).join('|');
      if (line.startsWith('- ')) return goalInChinese(line);
      return LINES.reduce((changed, [pattern, words]) => changed.replace(pattern, words), line);
    })
    .join('\n');
}

/** With the blanks around it. */
function cellInChinese(cell) {
  const text = cell.trim();
  return text === '' ? cell : cell.replace(text, () => NAMES[text] ?? text);
}

function goalInChinese(line) {
  const [, mode, of, to, bound, goal, outcome] = GOAL.exec(line);
  const sides = [of, to].map((name) => NAMES[name] ?? name).join(' / ');
  const result = outcome
    .replace(/^([\d.]+), /, '实际 $1，')
    .replace('reached', '达到')
    .replace(/missed by (\d+) %$/, '差 $1%')
    .replace('not measured', '未测量');
  return `- ${mode}：${sides}，${bound === 'least' ? '至少' : '最多'} ${goal}，${result}`;
}
