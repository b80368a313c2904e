import { render } from 'preact';
import { App } from './app';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its content');
render(<App />, root);
