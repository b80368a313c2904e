/** Its own types name files in a way that this project's module resolution does not follow. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { readonly from: 't'; readonly to: 'cn' }): (text: string) => string;
}
