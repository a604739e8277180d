// Prints the candles that Binance's own client reads: node binance-spot.mjs BASE_URL SYMBOL LIMIT
import { Spot } from '@binance/spot';

const [base, symbol, limit] = process.argv.slice(2);
const client = new Spot({ configurationRestAPI: { apiKey: '', basePath: base } });
const response = await client.restAPI.klines({ symbol, interval: '1m', limit: Number(limit) });
console.log(JSON.stringify({ candles: await response.data() }));
