"""JavaScript modules with their TypeScript declarations, as one package."""
