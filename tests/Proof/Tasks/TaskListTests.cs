using Proof.Parameters;
using Proof.Tasks;

namespace SageMakerIam.Tests.Proof.Tasks;

public sealed class TaskListTests
{
    [Fact]
    public void TheList_IsWhatTheTasksSay()
    {
        var lines = TaskLibrary.Tasks.Values.Select(task => task.Value).OrderBy(task => task.Name, StringComparer.Ordinal).Select(Line);
        var list = $"""
            | task | its other parameters | what it means |
            | --- | --- | --- |
            {string.Concat(lines)}
            What may follow *do the same with another*: {string.Join(", ", Exchanges.ByWord.Keys.Select(word => $"`{word}`"))}.

            """;
        WrittenPart.ShouldBe("proof/Tasks/README.md", "list of tasks", list);
    }

    private static string Line(TaskDefinition task)
    {
        var others = task.Parameters.Skip(1)
            .Select(parameter => $"`{parameter.Key}`{Presence(parameter.Value)}");
        return $"| [`{task.Name}`]({task.Source}) | {string.Join(", ", others)} | {task.About} |\n";
    }

    private static string Presence(TaskParameter parameter) => parameter switch
    {
        { Optional: true } => " (may be left out)",
        { MayBeNone: true } => " (or `none`)",
        _ => "",
    };
}
