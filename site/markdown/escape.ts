/** Text as a text node or an attribute of HTML or SVG has it. */
export function escapeMarkup(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
