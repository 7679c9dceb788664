// Runs before the first paint, from a file since the content security policy allows no inline script.
// Mantine keeps the attribute up to date afterwards, under the same key (see theme/theme.ts).
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('beffroi-scheme');
  } catch {
    // Storage is forbidden here: the system's preference stands.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
