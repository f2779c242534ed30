/** In the title, the text, the tags and the extension: nobody takes an example for a decision. */
export const illustrationMark = 'Illustration';

export const illustrationNote = 'This is an illustration. No real body decided it.';
