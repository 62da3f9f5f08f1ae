// Measures the subsidy finder in a browser, and beside it what json-logic-js and json-rules-engine take for the same
// conditions. They know no "unknown", so they judge only the situations in which everything is known; what they would have
// to be given besides (the state of each condition, what to ask, what opens the rest, what goes together) they do not do.

import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import start, { Finder } from './bench_subsidy.js';

const BATCHES = 15;
const BATCH_MS = 60;

/** Microseconds that one run of `work(rounds)` takes: the median of some batches. */
async function measure(work) {
    let rounds = 1;
    for (;;) {
        const begin = performance.now();
        await work(rounds);
        const took = performance.now() - begin;
        if (took > BATCH_MS / 2) {
            rounds = Math.max(1, Math.round((rounds * BATCH_MS) / took));
            break;
        }
        rounds *= 2;
    }
    const all = [];
    for (let batch = 0; batch < BATCHES; batch++) {
        const begin = performance.now();
        await work(rounds);
        all.push(((performance.now() - begin) * 1000) / rounds);
    }
    all.sort((a, b) => a - b);
    return { median: all[BATCHES >> 1], worst: all[BATCHES - 1] };
}

/** A condition as JsonLogic writes it. */
function forJsonLogic(one) {
    if (one.all) return one.all.length > 0 ? { and: one.all.map(forJsonLogic) } : true;
    if (one.any) return one.any.length > 0 ? { or: one.any.map(forJsonLogic) } : false;
    if (one.not) return { '!': [forJsonLogic(one.not)] };
    return { [one.how]: [{ var: one.fact.replace('.', '_') }, one.value] };
}

const OPERATORS = {
    in: 'in',
    '>=': 'greaterThanInclusive',
    '<=': 'lessThanInclusive',
    '>': 'greaterThan',
    '<': 'lessThan',
};

/** A condition as json-rules-engine writes it. */
function forRulesEngine(one) {
    if (one.all) return { all: one.all.map(forRulesEngine) };
    if (one.any) return { any: one.any.map(forRulesEngine) };
    if (one.not) return { not: forRulesEngine(one.not) };
    return { fact: one.fact.replace('.', '_'), operator: OPERATORS[one.how], value: one.value };
}

export async function run() {
    await start({ module_or_path: './bench_subsidy_bg.wasm' });
    const content = await (await fetch('./subsidies.bin')).arrayBuffer();
    const finder = new Finder(new Uint8Array(content));
    const rules = JSON.parse(finder.rules());
    const logic = rules.map(({ id, all }) => [id, forJsonLogic({ all })]);
    const engine = new Engine(
        rules.map(({ id, all }) => ({ conditions: forRulesEngine({ all }), event: { type: id } })),
    );
    const rows = [];
    for (let at = 0; at < finder.situations(); at++) {
        const row = {
            name: finder.name(at),
            verdicts: await measure((rounds) => finder.verdicts(at, rounds)),
            everything: await measure((rounds) => finder.everything(at, rounds)),
            results: finder.everything(at, 1),
        };
        if (finder.is_whole(at)) {
            // Names without the dot, which both would take for a path.
            const known = Object.entries(JSON.parse(finder.facts(at)));
            const facts = Object.fromEntries(known.map(([id, value]) => [id.replace('.', '_'), value]));
            const byLogic = () => logic.filter(([, rule]) => jsonLogic.apply(rule, facts)).map(([id]) => id);
            const byEngine = async () => (await engine.run(facts)).events.map(({ type }) => type).sort();
            const expected = finder.holding(at);
            for (const found of [byLogic(), await byEngine()]) {
                if (found.join(' ') !== expected) throw new Error(`expected ${expected}, found ${found.join(' ')}`);
            }
            row.holding = expected.split(' ').filter((id) => id).length;
            row.jsonLogic = await measure((rounds) => {
                for (let round = 0; round < rounds; round++) byLogic();
            });
            row.rulesEngine = await measure(async (rounds) => {
                for (let round = 0; round < rounds; round++) await byEngine();
            });
        }
        rows.push(row);
    }
    return { rules: rules.length, rows };
}
