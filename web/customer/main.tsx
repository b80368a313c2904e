import { render } from 'preact';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its content');
render(<main />, root);
