/** Whole HTML pages around the page of a draft. Pure. */

/** The page of the preview's panel: its script puts the draft into it. */
export function shell(source: string, styles: readonly string[], script: string): string {
  const policy = `default-src 'none'; style-src ${source}; script-src ${source}; img-src ${source}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join("\n")}
<title>Preview</title>
</head>
<body>
<div class="tools">
<button id="findings" type="button" aria-pressed="true">Findings</button>
<button id="print" type="button">Print…</button>
</div>
<main id="draft"></main>
<script src="${script}"></script>
</body>
</html>`;
}

/** A page that stands alone and opens the print dialog. Nothing in it is fetched, and no script but its own runs. */
export function printable(title: string, html: string, style: string): string {
  const script = "window.addEventListener('load', () => window.print());";
  const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-print'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
${html}
<script nonce="print">${script}</script>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
