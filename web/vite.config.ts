import react from '@vitejs/plugin-react'
import postcssMantine from 'postcss-preset-mantine'
import { defineConfig } from 'vite'
import { compressPages } from '#tools/compress-pages.ts'

/** Where `vite` sends calls while somebody works on the interface; the server serves the built files itself. */
const server = 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressPages()],
  css: { postcss: { plugins: [postcssMantine()] } },
  server: { proxy: { '/api': server, '/healthz': server, '/readyz': server } },
  build: {
    outDir: `${import.meta.dirname}/dist`,
    emptyOutDir: true,
    target: 'es2023',
    // A strict content security policy forbids scripts and data: URLs that the build would otherwise inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
})
