const WIDTH = 760;
const LABEL_WIDTH = 230;
const VALUE_WIDTH = 60;
const ROW = 22;

/**
 * Horizontal bars in one scale, as an SVG document.
 *
 * @param groups `{ title, bars: { label, value }[] }[]`
 */
export function barChart(title, groups) {
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const scale = (WIDTH - LABEL_WIDTH - VALUE_WIDTH) / longest;
  const parts = [];
  let y = ROW;
  const text = (x, content, attributes = '') =>
    parts.push(`<text x="${x}" y="${y}" ${attributes}>${escapeXml(content)}</text>`);

  text(WIDTH / 2, title, 'text-anchor="middle" font-weight="bold"');
  for (const group of groups) {
    y += ROW * 1.5;
    text(0, group.title, 'font-weight="bold"');
    for (const { label, value } of group.bars) {
      y += ROW;
      text(LABEL_WIDTH - 8, label, 'text-anchor="end"');
      const width = (value * scale).toFixed(1);
      parts.push(`<rect x="${LABEL_WIDTH}" y="${y - 13}" width="${width}" height="16"/>`);
      text(LABEL_WIDTH + Number(width) + 6, value.toFixed(2));
    }
  }
  const height = y + ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" font-size="13">
<title>${escapeXml(title)}</title>
<rect width="100%" height="100%" fill="#fff"/>
<g fill="#2c5f8a">
${parts.join('\n')}
</g>
</svg>
`;
}

function escapeXml(text) {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
