'use strict';
// Fetches klines by each client with only the base address changed, and prints what each returned as one line of JSON.
const ccxt = require('ccxt');
const { Spot } = require('@binance/spot');

async function byCcxt(base, query) {
  const exchange = new ccxt.binance({ options: { fetchMarkets: ['spot'] } });
  exchange.urls.api.public = base + '/api/v3';
  await exchange.loadMarkets();
  const ticker = await exchange.fetchTicker('BTC/USDT');
  return {
    rows: await exchange.publicGetKlines(query),
    candles: await exchange.fetchOHLCV('BTC/USDT', query.interval, query.startTime, query.limit),
    last: ticker.last,
    time: await exchange.fetchTime(),
  };
}

async function bySpot(base, query) {
  const client = new Spot({ configurationRestAPI: { apiKey: '', basePath: base } });
  const info = await (await client.restAPI.exchangeInfo({ symbol: query.symbol })).data();
  const ui = await (await client.restAPI.uiKlines(query)).data();
  const rows = await (await client.restAPI.klines(query)).data();
  let refused;
  try {
    await client.restAPI.klines({ symbol: 'NOSUCH', interval: '1h' });
  } catch (error) {
    refused = error.message;
  }
  return { rows, ui, symbols: info.symbols.map((symbol) => symbol.symbol), refused };
}

async function main([base, query]) {
  const wanted = JSON.parse(query);
  console.log(JSON.stringify({ ccxt: await byCcxt(base, wanted), spot: await bySpot(base, wanted) }));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
