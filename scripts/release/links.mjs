import { posix } from 'node:path';

/** The page of a repository given as `github:owner/name` or by its address; undefined for what is neither. */
export function homeOf(repository) {
  const address = typeof repository === 'object' ? repository?.url : repository;
  const short = /^(?:github:)?(?<path>[\w-]+\/[\w.-]+)$/.exec(address ?? '');
  if (short !== null) return `https://github.com/${short.groups.path}`;
  const whole = /^(?:git\+)?(?<page>https:\/\/[^\s#?]+?)(?:\.git)?\/?$/.exec(address ?? '');
  return whole?.groups.page;
}

/**
 * Markdown whose links and pictures lead into the repository by whole addresses, as what stands in
 * a package's folder must once it is shown elsewhere. Code stays as it is.
 */
export function wholeLinks(markdown, folder, home) {
  const code = /(^```[^\n]*\n.*?^```$|`[^`\n]*\]\([^`\n]*`)/ms;
  const toWhole = (view) => (link, start, target) => {
    if (/^(?:[a-z]+:|#|\/)/.test(target)) return link;
    return `${start}${home}/${view}/HEAD/${posix.normalize(posix.join(folder, target))}`;
  };
  const withWholeLinks = (text) =>
    text
      .replace(/(!\[[^\]]*\]\()([^)\s]+)/g, toWhole('raw'))
      .replace(/(\]\()([^)\s]+)/g, toWhole('blob'));
  // Between two pieces of code is text.
  const parts = markdown.split(code);
  return parts.map((part, index) => (index % 2 === 0 ? withWholeLinks(part) : part)).join('');
}
