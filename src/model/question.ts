/** Something that a person could state and that would settle an `unknown`. */
export interface Question {
  /** `fact:<id>`, `milestone:<id>`, `field:<item>.<field>`, `approval:<item>`, `list:<list>`, `rule:<requirement>`. */
  readonly id: string;
  readonly about: 'fact' | 'milestone' | 'field' | 'approval' | 'list' | 'calendar' | 'rule';
  /** The pack's own wording, where it has one. */
  readonly asks?: string;
  /**
   * For a question about a rule: why no public text answers it, and, unless it is a requirement, what the rule is about by its title.
   * For one about an approval: what was found about courses of that provider.
   */
  readonly because?: string;
  readonly titled?: string;
  readonly item?: string;
  /** The field, for a question about one. */
  readonly field?: string;
  /** Requirements whose status hangs on it. */
  readonly requirements: readonly string[];
}
