module.exports = require('../../scripts/eslintRules')(__dirname, {
  slices: { entryRooms: ['alpha', 'legacy'] },
});
