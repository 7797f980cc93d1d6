/** @jsxImportSource react */
/** When a view breaks, the rest of the page and everything typed stay: the draft lives outside the views. */
import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useLayOut } from '../kit/lay-out.ts';

interface Props {
  /** Another view: a new try. */
  readonly at: string;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
  readonly at: string;
}

function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const styles = useLayOut();
  return (
    <section className={styles.stack} role="alert">
      <h1 className={styles.title}>This view stopped working</h1>
      <p className={styles.words}>
        Your draft is safe: it is kept apart from the view. You can save it, open another view, or try again
        here. If this stays, save the draft and load the page again.
      </p>
      <div className={styles.row}>
        <Button appearance="primary" onClick={onAgain}>
          Try again
        </Button>
        <Button onClick={() => location.reload()}>Load the page again</Button>
      </div>
    </section>
  );
}

export class Boundary extends Component<Props, State> {
  override state: State = { broken: false, at: this.props.at };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): Partial<State> | null {
    return at === state.at ? null : { broken: false, at };
  }

  override render(): ReactNode {
    if (this.state.broken) return <Broken onAgain={() => this.setState({ broken: false })} />;
    return this.props.children;
  }
}
