import { Link } from '@tanstack/react-router'
import classes from './tab-links.module.css'

type Tab = { to: string; label: string; count?: number | undefined }

/** Pages that belong to one title, each with an address of its own. */
export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(tab => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes.tab}
          activeProps={{ 'data-active': true }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {tab.label}
          {tab.count ? <span className={classes.count}>{tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
