export default {
  plugins: {
    'postcss-preset-mantine': {},
    'postcss-simple-vars': { variables: { 'phone': '45em', 'narrow': '64em', 'wide': '80em' } },
  },
};
