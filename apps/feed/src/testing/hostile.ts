/** Texts that somebody could record to make a page say or do something else. */
export const hostile = {
  script: '<script>document.title="owned"</script><img src=x onerror=document.title="owned">',
  attribute: '"><svg onload=document.title="owned"><a href="javascript:alert(1)">x</a>',
  message: '{count, plural, one {#} other {<b>#</b>}} ${1+1} {{x}}',
  turned: 'A \u202Edevorppa\u202C \u2067abc',
  long: 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4),
} as const;

export const hostileTitle = Object.values(hostile).join(' ');
