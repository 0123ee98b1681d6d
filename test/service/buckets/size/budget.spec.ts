import { Budget } from '../../../../src/service/buckets/size/budget';

describe('Budget', () => {
  const standing = { answered: 0, pages: 0, open: 1, thought: 0 };

  it('lets a small folder begin with a few ranges, and no more', () => {
    const budget = new Budget(64);
    expect(budget.allows({ ...standing, open: 2 })).toBe(true);
    expect(budget.allows({ ...standing, open: 20 })).toBe(false);
  });

  it('allows more ranges the more pages there are', () => {
    const budget = new Budget(64);
    const many = { answered: 400, pages: 400, open: 60, thought: 100 };
    expect(budget.allows(many)).toBe(true);
    expect(budget.allows({ ...many, answered: 500 })).toBe(false);
  });

  it('spends more where a large folder would go on page after page', () => {
    const budget = new Budget(64);
    const late = { answered: 458, pages: 400, open: 7, thought: 50 };
    expect(budget.allows(late)).toBe(true);
    expect(budget.allows({ ...late, open: 15 })).toBe(false);
    expect(budget.allows({ ...late, answered: 66, pages: 50 })).toBe(false);
  });

  it('risks nothing more once too much was in vain, whatever is thought to be left', () => {
    const budget = new Budget(64);
    const some = { answered: 220, pages: 200, open: 16, thought: 1e6 };
    expect(budget.allows(some)).toBe(true);
    expect(budget.allows({ ...some, answered: 233 })).toBe(false);
    // Nor where it goes on nearly page after page.
    expect(budget.allows({ ...some, open: 1, answered: 233 })).toBe(true);
    expect(budget.allows({ ...some, open: 1, answered: 238 })).toBe(false);
  });

  it('takes some requests at once for few where no more are allowed', () => {
    const some = { answered: 430, pages: 400, open: 13, thought: 1e6 };
    const late = { ...some, answered: 452 };
    expect(new Budget(64).allows(late)).toBe(true);
    expect(new Budget(16).allows(late)).toBe(false);
    expect(new Budget(16).allows(some)).toBe(true);
  });

  it('believes less of what is thought to be left the more was in vain', () => {
    const budget = new Budget(64);
    const some = { answered: 100, pages: 100, thought: 1e6 };
    expect(budget.believed(some)).toBe(1400);
    expect(budget.believed({ ...some, answered: 105 })).toBe(1075);
    expect(budget.believed({ ...some, answered: 120 })).toBe(100);
    expect(budget.believed({ ...some, thought: 30 })).toBe(30);
  });

  it('keeps something for the end with many requests at once', () => {
    const some = { answered: 100, pages: 100, open: 99, thought: 500 };
    expect(new Budget(64).allows(some)).toBe(false);
    expect(new Budget(64).allows({ ...some, open: 79 })).toBe(true);
    // With the usual ones, all of it may be spent.
    const usual = { ...some, thought: 300, open: 79 };
    expect(new Budget(16).allows(usual)).toBe(true);
  });

  it('learns how much the end of a range wastes', () => {
    const budget = new Budget(64);
    const many = { answered: 100, pages: 100, open: 40, thought: 0 };
    expect(budget.allows(many)).toBe(false);
    for (let range = 0; range < 40; range += 1) {
      budget.ended(0.9);
    }
    expect(budget.allows(many)).toBe(true);
  });
});
