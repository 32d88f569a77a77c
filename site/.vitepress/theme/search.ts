// How texts and questions are cut into words: at build for the index, in the page for what is typed.

const HAN = /\p{Script=Han}/u;
/** Made when it is first needed: not every page is searched. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text by `Intl.Segmenter`, since Chinese has no blanks between them. Each Chinese
 * character counts as well, because the dictionaries of browsers differ: one knows 鉴权, another
 * sees 鉴 and 权.
 */
export function tokenize(text: string): string[] {
  const words: string[] = [];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike !== true) continue;
    words.push(segment);
    if (HAN.test(segment)) {
      if (segment.length > 1) words.push(...segment);
    } else {
      // app_id is found by id, and room.publish by publish.
      const parts = segment.split(/[_.:'’]/);
      if (parts.length > 1) words.push(...parts.filter((part) => part !== ''));
    }
  }
  return words;
}

/** No misspellings of codes, since 1102018 is another code than 1102016, and none of Chinese words. */
function fuzzy(term: string): number | false {
  return /\d/.test(term) || HAN.test(term) ? false : 0.2;
}

export const miniSearch = {
  options: { tokenize },
  searchOptions: { fuzzy, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
};
