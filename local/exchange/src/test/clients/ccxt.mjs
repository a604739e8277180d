// Prints the candles that ccxt reads: node ccxt.mjs BASE_URL SYMBOL LIMIT
import ccxt from 'ccxt';

const [base, symbol, limit] = process.argv.slice(2);
const exchange = new ccxt.binance({ options: { fetchMarkets: ['spot'] } });
exchange.urls.api.public = `${base}/api/v3`;
await exchange.loadMarkets();
const candles = await exchange.fetchOHLCV(symbol, '1m', undefined, Number(limit));
const market = exchange.market(symbol);
console.log(JSON.stringify({ id: market.id, active: market.active, spot: market.spot, candles }));
