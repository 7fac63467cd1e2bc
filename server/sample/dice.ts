/** Chance that falls the same way every time, so that each filling is the same. */
export type Dice = {
  /** At least 0, below 1. */
  roll(): number
  between(least: number, most: number): number
  whole(least: number, most: number): number
  chance(part: number): boolean
  pick<Item>(items: readonly Item[]): Item
  shuffled<Item>(items: readonly Item[]): Item[]
}

/** Dice from a seed (mulberry32): good enough to make a company look lived in, and nothing else. */
export function castDice(seed: number): Dice {
  let state = seed
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + roll() * (most - least)
  const whole = (least: number, most: number) => Math.floor(between(least, most + 1))
  return {
    roll,
    between,
    whole,
    chance: part => roll() < part,
    pick: items => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
    shuffled: items =>
      items
        .map(item => ({ item, place: roll() }))
        .toSorted((one, other) => one.place - other.place)
        .map(entry => entry.item),
  }
}
