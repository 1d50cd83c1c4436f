/** What is asked about an entry of the record that does not state a field, in English; a pack has its own words for the fields that it declares. */
export function fieldQuestion(entry: string, field: string): string {
  const asks = Object.hasOwn(QUESTIONS, field) ? QUESTIONS[field] : undefined;
  return asks ? asks(entry) : `What are the missing details of “${entry}”?`;
}

const QUESTIONS: Readonly<Record<string, (entry: string) => string>> = {
  started: (entry) => `On which day did “${entry}” begin?`,
  from: (entry) => `On which day did “${entry}” begin?`,
  completed: (entry) => `On which day was “${entry}” completed?`,
  until: (entry) => `On which day did “${entry}” end?`,
  issued: (entry) => `On which day was “${entry}” issued?`,
  expires: (entry) => `On which day does “${entry}” expire?`,
  taken: (entry) => `On which day was “${entry}” taken?`,
  given: (entry) => `On which day was “${entry}” asserted?`,
  hours: (entry) => `How many hours were worked in all at “${entry}”?`,
  hoursPerWeek: (entry) => `How many hours a week were worked at “${entry}”?`,
  countedOn: (entry) => `On which day were the hours of “${entry}” counted?`,
  duties: (entry) => `Which duties did the work at “${entry}” have?`,
  paid: (entry) => `Was the work at “${entry}” paid?`,
  covers: (entry) => `Which competency sets does “${entry}” cover?`,
  of: (entry) => `Which kind of assessed work is “${entry}”?`,
  ratings: (entry) => `Which ratings has every rater given “${entry}”?`,
  provider: (entry) => `Who offered “${entry}”?`,
};
