'use strict';
// Waits for a kline by ccxt's own WebSocket client with only the addresses changed, and prints it as one line of JSON.
const ccxt = require('ccxt');

async function main([base]) {
  const exchange = new ccxt.pro.binance({ options: { fetchMarkets: ['spot'] } });
  exchange.urls.api.public = base + '/api/v3';
  exchange.urls.api.ws.spot = base.replace('http', 'ws') + '/ws';
  await exchange.loadHttpProxyAgent(); // what the client asks for where an address is not of TLS
  await exchange.loadMarkets();
  const candles = await exchange.watchOHLCV('BTC/USDT', '1m');
  console.log(JSON.stringify(candles[candles.length - 1]));
  process.exit(0);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
