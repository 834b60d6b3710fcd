/** Letters of the longest word. Scripts that break between any two letters, or by a dictionary, have no long ones. */
export function longestWord(text: string): number {
  return Math.max(1, ...text.split(BREAKS).map((word) => word.length));
}

const BREAKS = /[\s\u0e00-\u0eff\u1100-\u11ff\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff-]+/;
