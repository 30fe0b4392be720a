module.exports = require('../../scripts/eslintRules')(__dirname);
