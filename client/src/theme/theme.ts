import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** public/color-scheme.js reads the same key before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'beffroi-scheme' });

const tuple = (css: string): MantineColorsTuple => [css, css, css, css, css, css, css, css, css, css];

/** Our tokens carry both schemes, so a Mantine colour is one variable whatever its shade. */
const COLORS = {
  blue: tuple('var(--blue)'),
  brick: tuple('var(--brick)'),
  ochre: tuple('var(--ochre)'),
  green: tuple('var(--green)'),
};

/** Mantine's neutrals, in our hues. */
const GRAY: MantineColorsTuple = [
  '#f8f5ef',
  '#f1ece2',
  '#e7e0d4',
  '#d9d0c0',
  '#cfc5b4',
  '#626a85',
  '#5a627d',
  '#4a5472',
  '#2e3957',
  '#18233f',
];
const DARK: MantineColorsTuple = [
  '#e9e6df',
  '#c9c9cf',
  '#b6bbcb',
  '#989fb4',
  '#2a3350',
  '#39446a',
  '#1a2136',
  '#141a2b',
  '#10172c',
  '#0b1020',
];

const variantColorResolver: VariantColorsResolver = ({ color = 'blue', variant }) => {
  const name = color in COLORS ? color : 'blue';
  const plain = `var(--${name})`;
  const soft = `var(--${name}-bg)`;
  switch (variant) {
    case 'filled':
      return {
        background: plain,
        hover: name === 'blue' || name === 'brick' ? `var(--${name}-hover)` : plain,
        color: 'var(--on)',
        border: '1px solid transparent',
      };
    case 'light':
      return { background: soft, hover: soft, color: plain, border: '1px solid transparent' };
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: variant === 'subtle' ? soft : 'transparent',
        color: plain,
        border: '1px solid transparent',
      };
    default:
      return {
        background: 'var(--card)',
        hover: 'var(--blue-bg)',
        color: name === 'blue' ? 'var(--ink)' : plain,
        border: '1px solid var(--line-2)',
      };
  }
};

const tokens = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--blue)',
  '--mantine-color-error': 'var(--brick)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--blue-bg)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-disabled': 'var(--line)',
  '--mantine-color-disabled-color': 'var(--ink-2)',
  '--mantine-color-disabled-border': 'var(--line-2)',
  '--mantine-primary-color-filled': 'var(--blue)',
  '--mantine-primary-color-filled-hover': 'var(--blue-hover)',
  '--mantine-primary-color-light': 'var(--blue-bg)',
  '--mantine-primary-color-light-hover': 'var(--blue-bg)',
  '--mantine-primary-color-light-color': 'var(--blue)',
  '--mantine-primary-color-contrast': 'var(--on)',
};

/** Maps Mantine's variables to ours, alike in both schemes since ours switch by themselves. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });

export const theme = createTheme({
  fontFamily: 'var(--font-text)',
  fontSizes: { xs: '12px', sm: '13px', md: '15px', lg: '16px', xl: '18px' },
  headings: { fontFamily: 'var(--font-display)', fontWeight: '640' },
  white: '#fffdfa',
  black: '#18233f',
  colors: { ...COLORS, gray: GRAY, dark: DARK },
  primaryColor: 'blue',
  variantColorResolver,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { variant: 'default', fw: 560, fz: 15, px: 13, h: 36 } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 36 } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    TagsInput: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', comboboxProps: { shadow: 'md' } } },
    Modal: {
      styles: {
        content: { background: 'var(--card)' },
        header: { background: 'var(--card)' },
        title: { font: '640 20px/1.2 var(--font-display)', letterSpacing: '-0.015em' },
      },
      defaultProps: {
        radius: 'lg',
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Fermer' },
        overlayProps: { backgroundOpacity: 0.45 },
      },
    },
    // A `<header>` in a dialog would count as a second banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    Menu: { defaultProps: { radius: 'lg', shadow: 'md', position: 'bottom-end' } },
  },
});
