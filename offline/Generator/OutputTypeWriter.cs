namespace Offline.Generator;

/// <summary>Writes a class that an output holds.</summary>
internal static class OutputTypeWriter
{
    public static string Write(ApiType type) => $$"""
        [global::Pulumi.OutputType]
        public sealed class {{type.Name}}
        {
        #nullable disable annotations
        {{string.Join("\n", type.Members.Select(field => $"    public readonly {field.Type} {field.Name};"))}}

            [global::Pulumi.OutputConstructor]
            private {{type.Name}}({{string.Join(", ", type.Members.Select(field => $"{field.Type} @{CSharp.CamelCase(field.Name)}"))}})
            {
        {{string.Join("\n", type.Members.Select(field => $"        {field.Name} = @{CSharp.CamelCase(field.Name)};"))}}
            }
        }
        """;
}
